/** A page of nothing but the host: what the test asks is put to it through the window. */
import { openWebHost } from "../../../renderer/host/web-host.ts";

const host = openWebHost();
Object.assign(window, { host });
const show = () => {
	document.title = `${host.access.state.kind} ${host.link.state.kind}`;
};
host.access.onState(show);
host.link.onState(show);
show();
