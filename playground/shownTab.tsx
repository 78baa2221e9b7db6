// Keeps the open tab in sight: GraphiQL lets tabs run out of their strip, and with them the one that was just opened.
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

export function ShownTab() {
  const open = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id);
  useEffect(() => {
    if (open)
      document
        .querySelector('[role="tab"][aria-selected="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return null;
}
