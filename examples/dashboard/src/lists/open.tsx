// Opens orders by their numbers: pasted, typed, or dropped as a file.
import { Button, Divider, FileButton, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileText, IconPlus } from '@tabler/icons-react';
import { type DragEvent, type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Choices, Findings, refOf } from './findings.js';
import { ImportPanel } from './importPanel.js';
import { type KnownShop, recognise } from './recognise.js';
import { keyOf, type Ref } from './ref.js';
import { saveList } from './saved.js';

interface OpenOrdersProps {
  readonly shops: readonly KnownShop[];
}

export function OpenOrders({ shops }: OpenOrdersProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen(true)}>
        {t('open.button')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={t('open.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <OpenForm shops={shops} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function OpenForm({ shops, onDone }: OpenOrdersProps & { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [choices, setChoices] = useState<Choices>({});
  const recognised = recognise(text, shops);
  // Two numbers that were unlike while their shops were in doubt may turn out to be one order.
  const refs: readonly Ref[] = [
    ...new Map(recognised.entries.map((entry) => refOf(entry, choices)).map((ref) => [keyOf(ref), ref])).values(),
  ];

  const read = async (file: File | null | undefined) => {
    if (!file) return;
    setText(await file.text());
    setName(file.name.replace(/\.\w+$/, ''));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const today = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(),
    );
    navigate(`/lists/${saveList(name.trim() || t('open.unnamed', { today }), refs)}`);
    onDone();
  };

  return (
    <form onSubmit={submit} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <Textarea
          label={t('open.label')}
          description={t('open.description', { shops: shops.map(({ id }) => id).join(', ') })}
          placeholder={'mill 3100009740000747370\noverseas,9100000974234371\n3200097411700531846'}
          minRows={6}
          maxRows={12}
          autosize
          spellCheck={false}
          styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Findings recognised={recognised} shops={shops} choices={choices} onChoices={setChoices} />
        <Group justify="space-between" align="end">
          <FileButton accept=".csv,.txt,text/plain,text/csv" onChange={(file) => void read(file)}>
            {(props) => (
              <Button variant="default" leftSection={<IconFileText size={15} />} {...props}>
                {t('open.file')}
              </Button>
            )}
          </FileButton>
          <Group align="end">
            <TextInput
              size="xs"
              aria-label={t('lists.name')}
              placeholder={t('open.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={refs.length === 0}>
              {t('open.submit', { count: refs.length })}
            </Button>
          </Group>
        </Group>
        <Text size="xs" c="dimmed">
          {t('open.kept')}
        </Text>
        <Divider />
        <ImportPanel refs={refs} />
      </Stack>
    </form>
  );
}
