// Says why there is no answer, or no help in writing one: the server wants a key, or keeps its schema to itself.
import { useGraphiQL } from '@graphiql/react';

interface NoticeProps {
  readonly isRefused: boolean;
  readonly hasKey: boolean;
}

export function Notice({ isRefused, hasKey }: NoticeProps) {
  const hasSchema = useGraphiQL(({ fetchError }) => fetchError === null);
  return (
    <div role="alert" className="notice">
      {isRefused ? (
        <p>
          {hasKey ? 'This server refuses the API key.' : 'This server needs an API key.'}{' '}
          <label htmlFor="key">Type {hasKey ? 'another' : 'it'} into the field “API key” above</label> and press Enter.
          Whoever runs the server hands keys out.
        </p>
      ) : (
        !hasSchema && (
          <p>The schema could not be read, so nothing is completed or documented here. The answer says why.</p>
        )
      )}
    </div>
  );
}
