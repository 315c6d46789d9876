package lethe.harness.golden;

import java.io.File;
import org.approvaltests.namer.ApprovalNamer;

/** Places approved and received files without looking at the stack, so that any thread and any kind of test may ask. */
record GoldenNamer(GoldenFiles files, GoldenFiles.Name name) implements ApprovalNamer {
  @Override
  public File getApprovedFile(String extension) {
    return files.approved(name).toFile();
  }

  @Override
  public File getReceivedFile(String extension) {
    return files.received(name).toFile();
  }

  @Override
  public String getApprovalName() {
    return name.stem();
  }

  @Override
  public String getSourceFilePath() {
    return files.golden() + File.separator;
  }

  @Override
  public ApprovalNamer addAdditionalInformation(String information) {
    throw new UnsupportedOperationException("a golden has one name");
  }

  @Override
  public String getAdditionalInformation() {
    return "";
  }
}
