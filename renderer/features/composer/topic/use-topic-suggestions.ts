import { useCallback } from "react";
import { makeVisible } from "../../../../shared/payload/make-visible.ts";
import { useText } from "../../../i18n/use-text.ts";
import { openDesk, selectComposer } from "../../../state/composer-store.ts";
import { selectSubscriptionList } from "../../../state/subscriptions-store.ts";
import { useStores } from "../../../state/use-stores.ts";
import type { Suggestion } from "../../../ui/suggestion.ts";
import { suggestTopics } from "./suggest-topics.ts";

/** What the topic field offers for what is typed; read from the stores when it is asked, so that a flood costs it nothing. */
export function useTopicSuggestions(connectionId: string): (typed: string) => readonly Suggestion[] {
	const say = useText();
	const stores = useStores();
	return useCallback(
		(typed) => {
			const { order, entries } = selectSubscriptionList(stores.subscriptions.getState(), connectionId);
			const sources = {
				recent: selectComposer(stores.composer.getState(), connectionId).recentTopics,
				seen: openDesk(stores.composer, connectionId).seenTopics.read(),
				filters: order.flatMap((id) => entries.get(id)?.subscription.filter ?? []),
			};
			return suggestTopics(sources, typed).map(({ topic, source, blank }) => ({
				value: topic,
				shown: makeVisible(topic),
				note: say(`composer.topicSource.${source}`),
				blank,
			}));
		},
		[say, stores, connectionId],
	);
}
