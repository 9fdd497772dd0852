import type { Report } from '../../report/types.ts';
import { reportUrl, webAddress } from './addresses.ts';
import { type MetaTag, type Page, SITE_NAME } from './page.ts';

/**
 * Describes a report to programs: Open Graph, the tags of citation managers, schema.org. What isn't known is
 * left out.
 * @param origin scheme and host of the site.
 */
export function reportMetadata(
  report: Report,
  description: string,
  origin: string,
): Pick<Page, 'meta' | 'jsonLd'> {
  const url = origin + reportUrl(report.id);
  return {
    meta: [...openGraph(report, description, url), ...citationTags(report, url)],
    jsonLd: jsonLd(report, url, origin),
  };
}

/** What is shown where a link to the page is shared (ogp.me). */
function openGraph({ title, date }: Report, description: string, url: string): MetaTag[] {
  return [
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: SITE_NAME },
    { property: 'og:locale', content: 'zh_CN' },
    ...(date === null ? [] : [{ property: 'article:published_time', content: date }]),
    { name: 'twitter:card', content: 'summary' },
  ];
}

/** Highwire's tags, which Zotero and Google Scholar read; an institution says that it is a report. */
function citationTags({ title, speaker, issuer, date, year, city }: Report, url: string): MetaTag[] {
  const author = speaker ?? issuer;
  return [
    { name: 'citation_title', content: title },
    ...(author === null ? [] : [{ name: 'citation_author', content: author }]),
    { name: 'citation_technical_report_institution', content: issuer ?? city },
    { name: 'citation_publication_date', content: date?.replaceAll('-', '/') ?? `${year}` },
    { name: 'citation_language', content: 'zh' },
    { name: 'citation_public_url', content: url },
  ];
}

/** The report as schema.org describes one. */
function jsonLd(report: Report, url: string, origin: string): object {
  const source = webAddress(report.url ?? '');
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': url,
    url,
    name: report.title,
    inLanguage: 'zh-Hans',
    datePublished: report.date ?? `${report.year}`,
    ...authorOf(report),
    spatialCoverage: {
      '@type': 'AdministrativeArea',
      name: report.city,
      identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: report.adcode },
    },
    ...(source === '' ? {} : { isBasedOn: source }),
    isPartOf: {
      '@type': 'WebSite',
      name: SITE_NAME,
      url: `${origin}/`,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  };
}

function authorOf({ speaker, issuer }: Report): object {
  if (speaker !== null) return { author: { '@type': 'Person', name: speaker } };
  return issuer === null ? {} : { author: { '@type': 'Organization', name: issuer } };
}
