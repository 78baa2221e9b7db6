// The board's view, kept in the address so that reloading, going back and sharing a link keep it.
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { addressOf, type View, viewIn } from './view.js';

/** Marks addresses that only say what is already shown. */
const OWN = { isOwn: true };

export function useView(): readonly [view: View, show: (view: View) => void] {
  const [parameters, setParameters] = useSearchParams();
  const { state } = useLocation();
  // The address follows a moment later: too late for what is typed into.
  const [view, setView] = useState(() => viewIn(parameters));
  const isOwn = (state as Partial<typeof OWN> | null)?.isOwn === true;
  useEffect(() => {
    if (!isOwn) setView(viewIn(parameters));
  }, [isOwn, parameters]);
  return [
    view,
    (next) => {
      setView(next);
      setParameters((before) => addressOf(next, before), { replace: true, state: OWN });
    },
  ];
}
