// Some of several values, as boxes to tick.
import { Checkbox, Fieldset, Stack } from '@mantine/core';

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChosen: (chosen: readonly Value[]) => void;
}

export function Choices<Value extends string>({ label, values, chosen, nameOf, onChosen }: ChoicesProps<Value>) {
  return (
    <Fieldset legend={label} variant="unstyled" miw={130}>
      <Stack gap={8}>
        {values.map((value) => (
          <Checkbox
            key={value}
            size="xs"
            label={nameOf(value)}
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChosen(checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
