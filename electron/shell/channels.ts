/** What preload and the main process call one another by; the page never names these. */
export const CALL_CHANNEL = 'galley:call';
export const OFFER_CHANNEL = 'galley:offer';
/** The page has begun to listen; what it should read meanwhile has waited. */
export const LISTENING_CHANNEL = 'galley:listening';
export const EVENT_CHANNEL = 'galley:event';
