/** How lines begin that go on with the one above, or can't. */

/** How the second line of a heading begins. */
export const HEADING_GOES_ON = /^(?:和(?!谐|平|美|顺|睦)|与(?!时俱进)|以及|及(?!时)|暨|的)/u;
export const VALUE_START = /^(?:\d|分别|达|约|超)/u;
export const YEAR_START = /^\d{4}\s*年/u;
export const PARAGRAPH_MARK = /^(?:各位代表|——|【|注[：:])/u;
/** What no sentence goes on with. */
export const NEW_PARAGRAPH = /^(?:各位代表|——|【|注[：:]|刚刚过去|\d{4}\s*年(?:是|[，,]))/u;
/** A short sentence that says what the paragraph is about. */
export const LEAD = /^[^，。；：、\d]{6,16}。./u;
