import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

/** Around everything that uses the kit. The widgets may add no style elements: the page's security policy would refuse them. */
export function KitProvider({ children }: { readonly children: ReactNode }) {
	return (
		<CSPProvider disableStyleElements={true}>
			<Tooltip.Provider delay={500}>{children}</Tooltip.Provider>
		</CSPProvider>
	);
}
