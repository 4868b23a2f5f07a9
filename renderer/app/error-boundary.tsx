import { Component, type ReactNode } from "react";

/** Where a bug of the page's own ends up: what `fallback` says instead of an empty window. The bug itself goes on to the log of the browser. */
export class ErrorBoundary extends Component<
	{ readonly children: ReactNode; readonly fallback: ReactNode },
	{ readonly hasFailed: boolean }
> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render(): ReactNode {
		return this.state.hasFailed ? this.props.fallback : this.props.children;
	}
}
