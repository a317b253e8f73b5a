/** The one element of ours in the page: it holds the card's shadow root and nothing else of ours is there. */
export const HOST_TAG = 'pishineh-card';
