// A sidebar panel that lists the example operations by task and opens the chosen one in a tab of its own.
import { formatShortcutForOS, type GraphiQLPlugin, KEY_MAP, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { menu, type Operation } from './operations';

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11" strokeLinecap="round" />
    </svg>
  );
}

function Content() {
  const { addTab, changeTab, setOperationName } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);

  const open = ({ query, operationName, variables = '', headers = '' }: Operation) => {
    const at = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (at === -1) {
      // A new tab is always the active one, so that writing to the editors fills it.
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      headerEditor?.setValue(headers);
    } else changeTab(at);
    // GraphiQL reads it off the query a moment later, and until then would run the one before.
    setOperationName(operationName);
  };

  return (
    <section aria-labelledby="examples" className="examples">
      <h2 id="examples">Examples</h2>
      <p>
        Each opens in a tab, with what it needs. Run it with {formatShortcutForOS(KEY_MAP.runQuery.key)}, then make it
        yours: type to complete a field, or tick fields in the query builder. The documentation explorer says what each
        means.
      </p>
      {menu.map(({ title, operations }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {operations.map((operation) => (
              <li key={operation.name}>
                <button type="button" className="graphiql-un-styled" onClick={() => open(operation)}>
                  <strong>{operation.title}</strong>
                  <span>{operation.description}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

export const examples: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Content };
