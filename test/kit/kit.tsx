import { createRoot } from "react-dom/client";
import "../../renderer/ui/fonts.css";
import "../../renderer/ui/tokens.css";
import "../../renderer/ui/base.css";
import { KitProvider } from "../../renderer/ui/kit-provider.tsx";
import { KitPage } from "./kit-page.tsx";

const element = document.getElementById("root");
if (element === null) throw new Error("the page has no #root");
createRoot(element).render(
	<KitProvider>
		<KitPage />
	</KitProvider>,
);
