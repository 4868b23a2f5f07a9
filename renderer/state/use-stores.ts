import { createContext, useContext } from "react";
import type { Stores } from "./create-stores.ts";

export const StoresContext = createContext<Stores | null>(null);

/** The stores of this page. Read one with zustand's `useStore(stores.view, select)`; the selector must be narrow and stable. */
export function useStores(): Stores {
	const stores = useContext(StoresContext);
	if (stores === null) throw new Error("no stores around this component");
	return stores;
}
