/** Where things are. Every build program asks here, so that none depends on the folder it is started from. */
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("..", import.meta.url));

export function projectPath(relative: string): string {
	return fileURLToPath(new URL(`../${relative}`, import.meta.url));
}
