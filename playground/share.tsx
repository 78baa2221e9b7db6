// The button that copies a link to the query in the open tab.
import { useGraphiQL, VisuallyHidden } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { linkTo } from './link';

const SHOWN_MS = 3000;

export function Share() {
  const [said, setSaid] = useState('');
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const operationName = useGraphiQL((state) => state.operationName);

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const share = async () => {
    const link = linkTo({ query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue(), operationName });
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied');
    } catch {
      // No clipboard: the page is not on HTTPS, or its reader said no.
      history.replaceState(null, '', link);
      setSaid('In the address bar');
    }
  };

  return (
    <>
      <button type="button" className="tool share" onClick={share}>
        {said || 'Share link'}
      </button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
