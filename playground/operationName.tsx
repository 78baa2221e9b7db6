// Chooses the operation that a link names, of a document that has several; GraphiQL would choose the first.
import { useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

export function OperationName({ chosen }: { readonly chosen: string }) {
  const { setOperationName } = useGraphiQLActions();
  useEffect(() => setOperationName(chosen), [chosen, setOperationName]);
  return null;
}
