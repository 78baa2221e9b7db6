// Whether the window is too narrow for a table.
import { useMediaQuery } from '@mantine/hooks';

export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
