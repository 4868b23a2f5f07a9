import { SUBSCRIPTION_COLOURS, type SubscriptionColour } from "../../../shared/model/subscription.ts";

/** The colour that is used least so far, the palette's order breaking ties. */
export function proposeColour(used: readonly SubscriptionColour[]): SubscriptionColour {
	const counts = SUBSCRIPTION_COLOURS.map((colour) => used.filter((each) => each === colour).length);
	return SUBSCRIPTION_COLOURS[counts.indexOf(Math.min(...counts))] ?? "blue";
}
