import { expect, test } from 'vitest'
import { readRobots } from './robots.ts'
import { addressesInSitemap, addressWithin, siteAddress } from './web-address.ts'

test('our own group counts before everybody’s, the longest rule decides', () => {
  const text =
    'User-agent: *\nDisallow: /\n\nUser-agent: ballast # us\nUser-agent: other\nDisallow: /private\nAllow: /private/faq\nDisallow: /*.php$\nCrawl-delay: 2\nSitemap: https://a.example/map.xml\n'
  const robots = readRobots(text, 'ballast')
  const paths = ['/', '/private', '/private/faq/1', '/a/b.php', '/a/b.php?x', '/privately']
  expect(paths.map((path) => robots.allows(path))).toEqual([true, false, true, false, true, false])
  expect(robots).toMatchObject({ delayMs: 2_000, sitemaps: ['https://a.example/map.xml'] })
  expect(readRobots(text, 'somebody').allows('/')).toBe(false)
  expect(readRobots('<html>not found</html>', 'ballast').allows('/x')).toBe(true)
  expect(readRobots('User-agent: *\nDisallow:\n', 'ballast').allows('/x')).toBe(true)
  expect(readRobots('User-agent: *\nCrawl-delay: 9999', 'ballast').delayMs).toBe(10_000)
})

test('a pattern of many stars takes no time', () => {
  const robots = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(200)}$`, 'ballast')
  const began = performance.now()
  expect(robots.allows(`/${'a'.repeat(1_400)}b`)).toBe(true)
  expect(performance.now() - began).toBeLessThan(50)
})

test.each([
  ['https://shop.example/a?utm_source=x&b=2&a=1#top', 'https://shop.example/a?a=1&b=2'],
  ['https://shop.example:443/a', 'https://shop.example/a'],
  ['http://shop.example/a', null],
  ['https://other.example/a', null],
  ['https://me:secret@shop.example/a', null],
  ['https://shop.example/a.jpg', null],
  ['mailto:a@shop.example', null],
  ['javascript:alert(1)', null],
])('%s → %s', (href, expected) => expect(addressWithin(href, 'https://shop.example')).toBe(expected))

test('what a site’s address may be, and what its sitemap names', () => {
  expect(siteAddress('https://shop.example/help#x')).toBe('https://shop.example/help')
  expect(['ftp://shop.example/', 'https://a:b@shop.example/', '/help'].map(siteAddress)).toEqual([null, null, null])
  const xml =
    '<urlset><url><loc> https://a.example/x?a=1&amp;b=2 </loc></url><url><loc>https://b.example/</loc></url></urlset>'
  expect(addressesInSitemap(xml, 'https://a.example')).toEqual(['https://a.example/x?a=1&b=2'])
})
