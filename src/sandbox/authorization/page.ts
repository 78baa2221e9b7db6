// The page where a shop's owner authorizes an application: a button for each account.

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param parameters what the application sent the owner with */
export function authorizePage(path: string, parameters: URLSearchParams, members: readonly string[]): string {
  const fields = [...parameters].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = members.map(
    (member) => `<p><button name="member" value="${escaped(member)}">授权 Authorize as ${escaped(member)}</button></p>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>授权 Authorize</title></head>
<body>
<h1>授权 Authorize</h1>
<form method="post" action="${escaped(path)}">
${fields.join('\n')}
${buttons.join('\n')}
<p><button name="member" value="">取消 Cancel</button></p>
</form>
</body>
</html>
`;
}
