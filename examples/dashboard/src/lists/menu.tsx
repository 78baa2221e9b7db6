// Which list is shown, the others to choose from, and what can be done with this one.
import { Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconFlask, IconList, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DEMO_ID, deleteList, type List, renameList, useLists } from './saved.js';

interface ListMenuProps {
  readonly list: List | undefined;
  readonly title: string;
  readonly hasDemo: boolean;
}

export function ListMenu({ list, title, hasDemo }: ListMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const saved = useLists();
  const [isRenaming, setRenaming] = useState(false);
  const isOwn = list !== undefined && list.id !== DEMO_ID;
  if (saved.length === 0 && !hasDemo) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={280}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconList size={15} />}
            rightSection={<IconChevronDown size={14} />}
            maw={280}
          >
            {title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('lists.label')}</Menu.Label>
          {hasDemo && (
            <Menu.Item leftSection={<IconFlask size={15} />} onClick={() => navigate(`/?list=${DEMO_ID}`)}>
              {t('lists.demo')}
            </Menu.Item>
          )}
          {saved.map(({ id, name, refs }) => (
            <Menu.Item
              key={id}
              leftSection={<IconList size={15} />}
              rightSection={
                <Text size="xs" c="dimmed">
                  {refs.length}
                </Text>
              }
              onClick={() => navigate(`/?list=${id}`)}
            >
              {name}
            </Menu.Item>
          ))}
          {isOwn && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setRenaming(true)}>
                {t('lists.rename')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={15} />}
                c="var(--tone-red-text)"
                onClick={() => {
                  deleteList(list.id);
                  navigate('/');
                }}
              >
                {t('lists.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isOwn && <RenameDialog key={list.id} list={list} opened={isRenaming} onClose={() => setRenaming(false)} />}
    </>
  );
}

interface RenameDialogProps {
  readonly list: List;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function RenameDialog({ list, opened, onClose }: RenameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(list.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renameList(list.id, name.trim() || list.name);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('lists.rename')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit}>
        <Group align="end">
          <TextInput
            flex={1}
            label={t('lists.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" size="sm">
            {t('lists.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
