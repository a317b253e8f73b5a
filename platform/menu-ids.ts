/** Ids of our entries in the context menus. */
export const MENU_SAVE = 'save-highlight';
export const MENU_PANEL = 'open-panel';
