/** Through whom the broker is reached. The password is a secret (`proxyPassword`) and rests in the vault. */
export type ProxyOptions =
	| { readonly kind: "none" }
	/** What the environment or the operating system says. */
	| { readonly kind: "system" }
	| {
			readonly kind: "http" | "socks5";
			readonly host: string;
			readonly port: number;
			/** Empty: no login. */
			readonly username: string;
	  };

export const USUAL_PROXY_PORT: Readonly<Record<"http" | "socks5", number>> = { http: 3128, socks5: 1080 };
