/** Opens the evidence of a date that is the page's rather than the report's. */
export const PUBLISHED = '网页的发布日期，不一定是作报告的日期';
