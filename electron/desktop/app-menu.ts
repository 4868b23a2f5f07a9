/** The menu by roles alone: Electron names them in the system's language, and on macOS copy and paste do not work without one. */
import { Menu, type MenuItemConstructorOptions } from "electron";

export function setAppMenu(platform: NodeJS.Platform): void {
	const template: MenuItemConstructorOptions[] = [
		{ role: "fileMenu" },
		{ role: "editMenu" },
		{ role: "viewMenu" },
		{ role: "windowMenu" },
	];
	if (platform === "darwin") template.unshift({ role: "appMenu" });
	Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
