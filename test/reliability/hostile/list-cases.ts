import { listAllowanceCases } from "./allowance-cases.ts";
import { listHeaderCases } from "./header-cases.ts";
import type { HostileCase } from "./hostile-case.ts";
import { listAllowedPackets, listCutProperties, listLengthCases } from "./length-cases.ts";
import { listOrderCases } from "./order-cases.ts";
import { listPropertyCases } from "./property-cases.ts";
import { listReasonCases } from "./reason-cases.ts";
import { listTextCases } from "./text-cases.ts";

/** Every case of every table. */
export function listCases(): readonly HostileCase[] {
	return [
		...listHeaderCases(),
		...listLengthCases(),
		...listCutProperties(),
		...listAllowedPackets(),
		...listPropertyCases(),
		...listReasonCases(),
		...listTextCases(),
		...listOrderCases(),
		...listAllowanceCases(),
	];
}
