/**
 * A picture cannot hover. In the kit's own build every rule for `:hover`, `:focus-visible`, `:focus-within` and `:active` holds inside `data-show` too,
 * so that the page shows the states of the very same styles, and no component has to know of it.
 */
interface StyleRule {
	selector: string;
}

const STAND_INS: readonly (readonly [RegExp, string])[] = [
	// `:where` weighs nothing: which rule wins stays as it is.
	[/:hover/g, ':is(:hover, :where([data-show="hover"], [data-show="active"]) *)'],
	[/:active/g, ':is(:active, :where([data-show="active"]) *)'],
	[/:focus-visible/g, ':is(:focus-visible, :where([data-show="focus"]) :where(button, input, textarea, [role="separator"]))'],
	[/:focus-within/g, ':is(:focus-within, :where([data-show="focus"]) *)'],
];

/** For PostCSS. */
export const showStates = {
	postcssPlugin: "parley-show-states",
	Once(root: { walkRules(visit: (rule: StyleRule) => void): void }) {
		root.walkRules((rule) => {
			rule.selector = STAND_INS.reduce((selector, [state, standIn]) => selector.replace(state, standIn), rule.selector);
		});
	},
};
