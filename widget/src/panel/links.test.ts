import { expect, test } from 'vitest'
import { safeUrl, splitLinks } from './links.ts'

const links = (text: string) => splitLinks(text).flatMap(({ href }) => (href === undefined ? [] : [href]))

test('only http and https become links', () => {
  expect(links('javascript:alert(1) data:text/html,x ftp://a.example mailto:a@b.example //c.example')).toEqual([])
  expect(links('see http://a.example and HTTPS://B.example/x')).toEqual(['http://a.example', 'HTTPS://B.example/x'])
})

test('the text is kept to the last character', () => {
  for (const text of ['', 'plain', 'a https://x.example b', 'https://x.example。后面', '(https://x.example/a_(b))!'])
    expect(
      splitLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
})

test('punctuation of either language is not part of an address', () => {
  expect(links('详情见https://x.example/p?a=1，谢谢')).toEqual(['https://x.example/p?a=1'])
  expect(links('(https://x.example/p).')).toEqual(['https://x.example/p'])
  expect(links('https://x.example/a_(b).')).toEqual(['https://x.example/a_(b)'])
})

test('an address that breaks out of an attribute is no address', () => {
  expect(safeUrl('javascript:alert(1)')).toBeUndefined()
  expect(safeUrl('https://x.example/"onload=1')).toBeUndefined()
  expect(safeUrl('/demo/pictures/a.svg')).toBe('/demo/pictures/a.svg')
})
