// A sidebar panel that builds queries by ticking fields. Its fields and lists carry no names of their own: each is given
// that of the argument it stands beside, for those who do not see where it stands.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import type { GraphiQLPlugin } from '@graphiql/react';
import { useEffect, useRef } from 'react';

const title = 'Query builder';
const explorer = explorerPlugin({ title });

function nameControls(panel: HTMLElement): void {
  for (const control of panel.querySelectorAll<HTMLElement>('input:not([aria-label]), select:not([aria-label])')) {
    const argument = control.closest('[data-arg-name]')?.getAttribute('data-arg-name');
    const other = control.matches('select') ? 'Kind of operation' : 'Name of the operation';
    control.setAttribute('aria-label', argument ?? other);
  }
}

function Content() {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = panel;
    if (!current) return;
    nameControls(current);
    const observer = new MutationObserver(() => nameControls(current));
    observer.observe(current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={panel}>
      <explorer.content />
    </div>
  );
}

export const builder: GraphiQLPlugin = { title, icon: explorer.icon, content: Content };
