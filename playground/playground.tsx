// GraphiQL with what is ours around it: the key and the link above, the examples beside, the cost below.
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { builder } from './builder';
import { Cost } from './cost';
import { examples } from './examples';
import { fetcherFor } from './fetcher';
import { KeyField, useKey } from './key';
import { takeLinked } from './link';
import { Notice } from './notice';
import { OperationName } from './operationName';
import { first } from './operations';
import { placeOf } from './page';
import { Share } from './share';
import { ShownTab } from './shownTab';
import { storage } from './storage';
import { SystemTheme } from './theme';

const plugins = [examples, builder, HISTORY_PLUGIN];

// What is there to begin with: a link's query; else what the last visit left; else the first example, beside the list
// of the others where the window has room for both.
const isFirstVisit = storage.getItem('graphiql:tabState') === null;
const linked = takeLinked();
const start = linked ?? (isFirstVisit ? first : undefined);
const beside = isFirstVisit && matchMedia('(width > 900px)').matches ? examples : undefined;

export function Playground() {
  const [key, setKey] = useKey();
  const [isRefused, setIsRefused] = useState(false);
  // With another fetcher GraphiQL asks for the schema again, as it should with another key.
  const fetcher = useMemo(() => fetcherFor(key, setIsRefused), [key]);

  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      storage={storage}
      visiblePlugin={beside}
      initialQuery={start?.query}
      initialVariables={start && (start.variables ?? '')}
      defaultEditorToolsVisibility="variables"
      showPersistHeadersSettings={false}
      schemaDescription
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <GraphiQL.Footer>
        <Cost />
      </GraphiQL.Footer>
      {createPortal(
        <>
          <KeyField value={key} onChange={setKey} />
          <Share />
          <Notice isRefused={isRefused} hasKey={key !== ''} />
        </>,
        placeOf('tools'),
      )}
      {linked?.operationName && <OperationName chosen={linked.operationName} />}
      <ShownTab />
      <SystemTheme />
    </GraphiQL>
  );
}
