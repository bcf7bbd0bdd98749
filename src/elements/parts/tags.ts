/**
 * The tags of the parts. The number is the major version of Clientele, so that two majors live on one page; templates
 * spell it out, since a tag in a template is static.
 */
export const TAGS = {
  combobox: 'clientele-combobox-0',
  dialog: 'clientele-dialog-0',
  finder: 'clientele-finder-0',
  menu: 'clientele-menu-0',
  popover: 'clientele-popover-0',
  segmented: 'clientele-segmented-0',
  toasts: 'clientele-toasts-0',
  tooltip: 'clientele-tooltip-0',
} as const;
