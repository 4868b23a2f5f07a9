import { BlockList, isIP } from "node:net";

/** Whether `no_proxy` names this host: `*`, a name with all below it, a name with a port, an address, or a range of addresses. */
export function isProxyBypassed(noProxy: string, host: string, port: number): boolean {
	const name = host.toLowerCase().replace(/\.$/, "");
	return noProxy
		.toLowerCase()
		.split(/[\s,]+/)
		.some((entry) => entry !== "" && isNamed(entry, name, port));
}

function isNamed(entry: string, name: string, port: number): boolean {
	if (entry === "*") return true;
	if (entry.includes("/")) return isInRange(entry, name);
	const [, ownName = entry, ownPort] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
	if (ownPort !== undefined && Number(ownPort) !== port) return false;
	const suffix = ownName.replace(/^\[|\]$/g, "").replace(/^\*?\./, "");
	return name === suffix || (isIP(name) === 0 && name.endsWith(`.${suffix}`));
}

function isInRange(entry: string, name: string): boolean {
	const [network = "", bits = ""] = entry.split("/");
	const family = isIP(name) === 6 ? "ipv6" : "ipv4";
	if (isIP(name) === 0) return false;
	try {
		const ranges = new BlockList();
		ranges.addSubnet(network, Number(bits), family);
		return ranges.check(name, family);
	} catch {
		return false;
	}
}
