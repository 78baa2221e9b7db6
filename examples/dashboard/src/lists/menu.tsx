// All orders, the lists that were opened on this device, and what can be done with the one that is shown.
import { Button, Group, Menu, Modal, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconDatabase, IconFlask, IconList, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasDemoShops } from './demo.js';
import type { KnownShop } from './recognise.js';
import { DEMO_ID, deleteList, type List, renameList, useLists } from './saved.js';

interface ListMenuProps {
  readonly shops: readonly KnownShop[];
  /** None: all orders. */
  readonly list?: List | undefined;
}

export function ListMenu({ shops, list }: ListMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const saved = useLists();
  const [isRenaming, setRenaming] = useState(false);
  const hasDemo = hasDemoShops(shops);
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
            {list ? list.name || t('lists.demo') : t('lists.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {list && (
            <Menu.Item leftSection={<IconDatabase size={15} />} onClick={() => navigate('/')}>
              {t('order.back')}
            </Menu.Item>
          )}
          <Menu.Label>{t('lists.label')}</Menu.Label>
          {hasDemo && (
            <Menu.Item leftSection={<IconFlask size={15} />} onClick={() => navigate(`/lists/${DEMO_ID}`)}>
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
              onClick={() => navigate(`/lists/${id}`)}
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
