/** The ids of our entries in the context menu. */
export const MENU_SAVE = 'save-highlight';
