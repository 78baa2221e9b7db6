// The API key: a field above the editors. It is kept for this browser tab alone, and sent with every query.
import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';

const PLACE = 'ordergraph:key';

/** The key as it is sent; empty when there is none. */
export function useKey(): readonly [key: string, setKey: (key: string) => void] {
  const [key, setKey] = useState(() => sessionStorage.getItem(PLACE) ?? '');
  return [
    key,
    (changed) => {
      if (changed === '') sessionStorage.removeItem(PLACE);
      else sessionStorage.setItem(PLACE, changed);
      setKey(changed);
    },
  ];
}

interface KeyFieldProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

export function KeyField({ value, onChange }: KeyFieldProps) {
  const [typed, setTyped] = useState(value);
  const responseEditor = useGraphiQL((state) => state.responseEditor);

  const use = (key: string) => {
    setTyped(key);
    if (key === value) return;
    onChange(key);
    // What was answered to one key is not for the next to see.
    responseEditor?.setValue('');
  };

  return (
    <form
      className="key"
      onSubmit={(event) => {
        event.preventDefault();
        use(typed.trim());
      }}
    >
      <label htmlFor="key">API key</label>
      <input
        id="key"
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="Kept in this tab only"
        title="Sent as Authorization: Bearer KEY"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => use(typed.trim())}
      />
      {value !== '' && (
        <button type="button" className="tool" onClick={() => use('')}>
          Clear
        </button>
      )}
    </form>
  );
}
