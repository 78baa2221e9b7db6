// A sidebar panel that lists the example operations and opens the chosen one in a tab of its own.
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type Operation, operations } from './operations';

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11" strokeLinecap="round" />
    </svg>
  );
}

function Content() {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  // A new tab is always the active one, so that writing to the editors fills it.
  const open = ({ query, variables }: Operation) => {
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables ?? '');
  };

  return (
    <section aria-label="Examples">
      <h2 className="examples-title">Examples</h2>
      <ul className="examples-list">
        {operations.map((operation) => (
          <li key={operation.name}>
            <button type="button" className="graphiql-un-styled" onClick={() => open(operation)}>
              {operation.name.replaceAll('-', ' ')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const examples: GraphiQLPlugin = { title: 'Examples', icon: Icon, content: Content };
