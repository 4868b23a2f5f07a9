import { openWebHost } from "./host/web-host.ts";
import { mount } from "./mount.tsx";

const element = document.getElementById("root");
if (element === null) throw new Error("the page has no #root");
mount(openWebHost(), element);
