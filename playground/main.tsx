// Starts GraphiQL on the GraphQL endpoint of the server that sent this page.
import 'graphiql/setup-workers/vite';
// GraphiQL's style.css repeats Monaco's styles and carries a second font; these are the parts that nothing else brings.
import '@graphiql/react/font/fira-code.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import './colours.css';
import './panels.css';
import './phone.css';
import { createRoot } from 'react-dom/client';
import { placeOf } from './page';
import { Playground } from './playground';

// A link that is opened in a tab which shows this page already changes no more than the fragment.
addEventListener('hashchange', () => location.reload());

createRoot(placeOf('playground')).render(<Playground />);
