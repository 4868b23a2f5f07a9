import { openDesktopHost } from "./host/desktop-host.ts";
import { mount } from "./mount.tsx";

const element = document.getElementById("root");
if (element === null) throw new Error("the page has no #root");
mount(openDesktopHost(), element);
