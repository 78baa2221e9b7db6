// The groups of filters as menus in a row, or behind one button where the window is narrow.
import { ActionIcon, Button, Drawer, Indicator, Popover, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FILTER_GROUPS, type FieldsProps } from './fields.js';

export function FilterMenus(props: FieldsProps) {
  const { t } = useTranslation();
  return FILTER_GROUPS.map(({ name, Fields, isOn }) => (
    <Popover key={name} position="bottom-end" shadow="md" trapFocus>
      <Indicator disabled={!isOn(props.filter)} size={8} offset={3}>
        <Popover.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {t(`filter.${name}`)}
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="md">
        <Fields {...props} />
      </Popover.Dropdown>
    </Popover>
  ));
}

export function FilterDrawer(props: FieldsProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const count = FILTER_GROUPS.filter(({ isOn }) => isOn(props.filter)).length;
  return (
    <>
      <Indicator disabled={count === 0} size={8} offset={3}>
        <ActionIcon variant="default" size={30} aria-label={t('filter.all')} onClick={open}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Indicator>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="85%"
        title={t('filter.all')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack gap="lg">
          {FILTER_GROUPS.map(({ name, Fields }) => (
            <Stack key={name} gap="xs">
              <Title order={2}>{t(`filter.${name}`)}</Title>
              <Fields {...props} />
            </Stack>
          ))}
          <Button size="sm" onClick={close}>
            {t('filter.show')}
          </Button>
        </Stack>
      </Drawer>
    </>
  );
}
