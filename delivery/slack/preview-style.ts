/** Sizes and colours as in Slack's own client. */
export const previewStyle = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; margin: 0; }
body { background: #e9e8ea; font: 15px/22px Slack-Lato, Lato, "Helvetica Neue", Helvetica, "Segoe UI", Arial, sans-serif; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 520px), 1fr)); gap: 20px; padding: 20px; max-width: 1640px; margin: auto; align-items: start; }
.slack { display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 0 10px; padding: 18px 22px 20px; border-radius: 10px; background: var(--page); color: var(--text); box-shadow: 0 1px 3px rgb(0 0 0 / 18%); }
.light { --page: #fff; --text: #1d1c1d; --quiet: #616061; --link: #1264a3; --code: #c01343; --code-page: #f7f7f8; --code-line: #dddddd; --badge: #ececec; color-scheme: light; }
.dark { --page: #1a1d21; --text: #d1d2d3; --quiet: #ababad; --link: #1d9bd1; --code: #e8912d; --code-page: #222529; --code-line: #3b3e43; --badge: #35373b; color-scheme: dark; }
.avatar { width: 36px; height: 36px; margin-top: 3px; }
.avatar rect { fill: #34495e; }
.avatar path { fill: none; stroke: #7fdbca; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.who { display: flex; align-items: center; gap: 6px; }
.who b { font-weight: 900; }
.badge { padding: 0 4px; border-radius: 2px; background: var(--badge); color: var(--quiet); font-size: 10px; line-height: 14px; font-weight: 700; letter-spacing: .02em; }
article + article { margin-top: 12px; }
h2 { margin: 8px 0 4px; font-size: 18px; line-height: 24px; font-weight: 900; }
.context { display: flex; flex-wrap: wrap; gap: 0 8px; margin: 4px 0 8px; color: var(--quiet); font-size: 13px; line-height: 18px; }
.rich { margin: 4px 0 8px; overflow-wrap: anywhere; }
ul { padding: 0; list-style: none; }
li { position: relative; margin-left: 28px; }
li::before { content: "•"; position: absolute; left: -17px; font-size: 16px; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code { padding: 2px 3px 1px; border: 1px solid var(--code-line); border-radius: 3px; background: var(--code-page); color: var(--code); font: 12px/1.5 Monaco, Menlo, Consolas, "Courier New", monospace; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #0c0d0f; } .dark { order: -1; } }
`;
