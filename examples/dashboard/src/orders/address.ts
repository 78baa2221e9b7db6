// The filter, kept in the address: a link, a reload and going back show the same orders again.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { SHOPS_ZONE, shownZone } from '../format/shown.js';
import { borrowZone } from '../format/zone.js';
import { type Filter, filterIn, parametersOf } from './filter.js';

export function useFilter(): readonly [filter: Filter, show: (filter: Filter) => void] {
  const [parameters, setParameters] = useSearchParams();
  // Once, before anything is shown: days are those of the zone that the link was made in.
  useState(() => borrowZone(parameters.get('zone')));
  // The address follows a moment later: too late for a box that is ticked.
  const [filter, setFilter] = useState(() => filterIn(parameters));
  const address = parameters.toString();
  const written = useRef(address);
  useEffect(() => {
    if (address === written.current) return;
    written.current = address;
    setFilter(filterIn(new URLSearchParams(address)));
  }, [address]);
  const show = useCallback(
    (next: Filter) => {
      setFilter(next);
      const said = withZone(parametersOf(next));
      written.current = said.toString();
      setParameters(said, { replace: true, preventScrollReset: true });
    },
    [setParameters],
  );
  return [filter, show];
}

function withZone(parameters: URLSearchParams): URLSearchParams {
  const zone = shownZone();
  if (zone !== SHOPS_ZONE) parameters.set('zone', zone);
  return parameters;
}
