/**
 * What a machine costs that lives long: units are loaded, used and dropped through the embedding interface until something
 * would have grown. A {@link lethe.harness.campaign.Scenario} says what is done; its figures are judged, not only printed.
 */
package lethe.harness.campaign;
