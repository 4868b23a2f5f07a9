import type { i18n } from "i18next";
import { useState } from "react";
import { I18nextProvider } from "react-i18next";
import { ActionsContext } from "../actions/use-action.ts";
import type { Host } from "../host/host.ts";
import { readOptions, type SayText } from "../i18n/use-text.ts";
import type { Stores } from "../state/create-stores.ts";
import { StoresContext } from "../state/use-stores.ts";
import { KitProvider } from "../ui/kit-provider.tsx";
import { CrashPage } from "./crash-page.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Frame } from "./frame.tsx";

export interface AppProps {
	readonly host: Host;
	readonly stores: Stores;
	readonly texts: i18n;
}

/** Everything that the page's components find around them. */
export function App({ host, stores, texts }: AppProps) {
	const [actions] = useState(() => ({
		host,
		stores,
		say: ((key, values) => texts.t(key, readOptions(values))) satisfies SayText,
	}));
	return (
		<I18nextProvider i18n={texts}>
			<StoresContext value={stores}>
				<ActionsContext value={actions}>
					<KitProvider>
						<ErrorBoundary fallback={<CrashPage />}>
							<Frame />
						</ErrorBoundary>
					</KitProvider>
				</ActionsContext>
			</StoresContext>
		</I18nextProvider>
	);
}
