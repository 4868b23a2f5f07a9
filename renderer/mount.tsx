import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { guardCompositions } from "./app/guard-compositions.ts";
import { readPageMemory, writePageMemory } from "./app/page-memory.ts";
import { showAppearance } from "./app/show-appearance.ts";
import { pourProgram } from "./feed/pour-program.ts";
import type { Host } from "./host/host.ts";
import { createTexts, readSpokenLanguage } from "./i18n/create-texts.ts";
import { createStores } from "./state/create-stores.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

/** One page on one host, inside one element. Returns the way to take it down. */
export function mount(host: Host, element: HTMLElement): () => void {
	const { theme, contrast, density, language, openConnectionId } = readPageMemory();
	showAppearance({ theme, contrast, density });
	const texts = createTexts(readSpokenLanguage(language, navigator.languages));
	const stores = createStores();
	stores.view.setState({ openConnectionId });
	const forget = stores.view.subscribe((state, before) => {
		if (state.openConnectionId !== before.openConnectionId) writePageMemory({ openConnectionId: state.openConnectionId });
	});
	const close = pourProgram(host, stores);
	// Before anything else listens.
	const unguard = guardCompositions(window);
	const root = createRoot(element);
	root.render(<App host={host} stores={stores} texts={texts} />);
	return () => {
		root.unmount();
		unguard();
		close();
		forget();
	};
}
