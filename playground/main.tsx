// Starts GraphiQL on the GraphQL endpoint of the server that sent this page.
import 'graphiql/setup-workers/vite';
// GraphiQL's style.css repeats Monaco's styles and carries a second font; these are the parts that nothing else brings.
import '@graphiql/react/font/fira-code.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import { createGraphiQLFetcher, StorageAPI } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { first } from './operations';
import { SystemTheme } from './theme';

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const plugins = [HISTORY_PLUGIN, examples];

// On a first visit the example is put where GraphiQL looks for the last visit's work: of a default tab it shows the
// query but not the variables.
const storage = new StorageAPI();
if (first && storage.get('tabState') === null) {
  storage.set('query', first.query);
  storage.set('variables', first.variables ?? '');
}

const element = document.getElementById('playground');
if (!element) throw new Error('index.html has no #playground');
createRoot(element).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} defaultQuery={first?.query} schemaDescription>
    <GraphiQL.Logo>OrderGraph</GraphiQL.Logo>
    <SystemTheme />
  </GraphiQL>,
);
