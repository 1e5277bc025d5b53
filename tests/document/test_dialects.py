"""What Obsidian, Jekyll, MkDocs, Docusaurus and programs for flash cards add to Markdown: known for what it is, and its text read."""

import pytest
from notelint.document import Document, Style, parse
from notelint.source import Source

from tests.document.invariants import check

INLINE = {
    "a mark": ("a ==marked word== here", "a marked word here"),
    "a mark around strong": ("==a **b**==: 7 days", "a b: 7 days"),
    "a comparison": ("a == b and c == d", "a == b and c == d"),
    "a comparison without spaces": ("x==1 and y==2", "x==1 and y==2"),
    "three signs": ("a ===b=== c", "a ===b=== c"),
    "a comment": ("kept %%left out%% kept", "kept  kept"),
    "a comment over lines": ("kept %%left\nout%% kept", "kept  kept"),
    "a comment that nothing ends": ("kept %%kept", "kept %%kept"),
    "percentages": ("from 5%% to 9%% of it", "from 5%% to 9%% of it"),
    "a cloze": ("The {{c1::cell}} is {{c12::small}}.", "The cell is small."),
    "a cloze with a hint": ("The {{c1::cell::of what}} is small.", "The cell is small."),
    "a cloze with markup": ("{{c1::**big** $x$}} and **{{c2::small}}**", "big x and small"),
    "a cloze that nothing ends": ("The {{c1::cell is", "The {{c1::cell is"),
    "an end of nothing": ("a }} b", "a }} b"),
    "Liquid": ("See {{ site.url }} and {% include x.html a=1 %}.", "See {{ site.url }} and {% include x.html a=1 %}."),
    "attributes": ("Some text{: .note} and more\n{: #id .wide key=1}", "Some text and more\n"),
    "a tuple is no list of attributes": ("It gives {:ok, value}.", "It gives {:ok, value}."),
}


@pytest.mark.parametrize("name", INLINE)
def test_what_a_reader_sees_of_a_line(name: str) -> None:
    text, seen = INLINE[name]
    document = check(text + "\n")
    [paragraph] = document.blocks
    assert document.text_of(paragraph).plain == seen


def test_tags_of_templates_are_code() -> None:
    document = check("See {{ site.url }} there.\n")
    [paragraph] = document.blocks
    plain, runs = document.text_of(paragraph).plain, document.text_of(paragraph).runs
    assert [plain[run.start : run.end] for run in runs if run.style == Style.CODE] == ["{{ site.url }}"]


BLOCKS = {
    "an admonition": (
        '!!! note "Title"\n    One.\n\n    Two.\n\nThree.\n',
        ["Title", "One.", "Two.", "Three."],
        ["admonition", "paragraph"],
    ),
    "an admonition after an empty line": ("!!! warning\n\n    One.\n", ["One."], ["admonition"]),
    "an admonition with classes": ("!!! note inline end\n\tOne.\n", ["One."], ["admonition"]),
    "details": ("??? tip\n    - One\n    - Two\n", ["One", "Two"], ["admonition"]),
    "open details": ('???+ tip ""\n    One.\n', ["One."], ["admonition"]),
    "tabs": ('=== "C"\n    One.\n\n=== "D"\n    Two.\n', ["C", "One.", "D", "Two."], ["admonition", "admonition"]),
    "an admonition in an item": ("- One\n\n    !!! tip\n        Two.\n", ["One", "Two."], ["list"]),
    "an admonition after a paragraph": ("One.\n!!! tip\n    Two.\n", ["One.", "Two."], ["paragraph", "admonition"]),
    "an admonition without content": ("!!! note\n\nOne.\n", ["!!! note", "One."], ["paragraph", "paragraph"]),
    "an exclamation": ("!!! Beware, this is hot\n", ["!!! Beware, this is hot"], ["paragraph"]),
    "a container": ("::: tip Title\nOne.\n:::\n", ["Title", "One."], ["container_mark", "paragraph", "container_mark"]),
    "a container with its title in brackets": (
        ":::info[Title]\n\nOne.\n\n:::\n",
        ["Title", "One."],
        ["container_mark", "paragraph", "container_mark"],
    ),
    "a container with attributes": (
        "::: tip Title {open}\nOne.\n:::\n",
        ["Title", "One."],
        ["container_mark", "paragraph", "container_mark"],
    ),
    "a container with nothing but attributes": ("::: {.note}\nOne.\n:::\n", ["One."], ["container_mark", "paragraph", "container_mark"]),
    "a container around a list": (":::tip\n- One\n:::\n", ["One"], ["container_mark", "list", "container_mark"]),
    "a callout": ("> [!NOTE]- Title\n> One.\n", ["Title\u2028One."], ["block_quote"]),
    "a callout with a size": ("> [!note|wide]\n> One.\n", ["One."], ["block_quote"]),
    "a comment": ("%%\nLeft\n\nout\n%%\n\nOne.\n", ["One."], ["hidden", "paragraph"]),
    "a comment of one line": ("%% left out %%\nOne.\n", ["One."], ["hidden", "paragraph"]),
    "a comment that nothing ends": ("%%time\n\nOne.\n\n%%time\n", ["%%time", "One.", "%%time"], ["paragraph"] * 3),
    "a comment of JSX": ("{/* Left\n\nout */}\n\nOne.\n", ["One."], ["hidden", "paragraph"]),
    "a comment of JSX before text": ("{/* left out */} One.\n", ["{/* left out */} One."], ["paragraph"]),
    "a comment of Liquid": ("{% comment %}\nLeft out\n{% endcomment %}\nOne.\n", ["One."], ["hidden", "paragraph"]),
    "imports of MDX": ('import Tabs from "@theme/Tabs";\nimport "./a.css"\n\nOne.\n', ["One."], ["hidden", "paragraph"]),
    "exports of MDX": ("export const meta = {\n  title: 1\n}\n\nOne.\n", ["One."], ["hidden", "paragraph"]),
    "imports of goods": (
        "import goods from abroad\n\nexport them again\n",
        ["import goods from abroad", "export them again"],
        ["paragraph"] * 2,
    ),
    "code of Jekyll": ("{% highlight python linenos %}\nx = 1\n\n# y\n{% endhighlight %}\n\nOne.\n", ["One."], ["code_block", "paragraph"]),
    "code of Jekyll that nothing ends": ("{% highlight sh %}\n\nOne.\n", ["{% highlight sh %}", "One."], ["paragraph"] * 2),
    "a comment before text": ("%%left out%% One.\n", [" One."], ["paragraph"]),
    "a card": ("What is tea :: a drink\n", ["What is tea :: a drink"], ["paragraph"]),
}


def texts(document: Document) -> list[str]:
    return [statement.text.plain for statement in document.statements]


@pytest.mark.parametrize("name", BLOCKS)
def test_what_a_reader_sees_of_blocks(name: str) -> None:
    text, seen, kinds = BLOCKS[name]
    document = check(text)
    assert texts(document) == seen
    assert [node.kind for node in document.root.children] == kinds


MDX = {
    "an expression": ("{\n  items.map((itme) => <li>{itme}</li>)\n}\n\nOne.\n", ["One."]),
    "an expression before text": ("{count} times a day.\n", ["{count} times a day."]),
    "two expressions with text between": ("{first} or {second}\n", ["{first} or {second}"]),
    "an expression that nothing ends": ("{items\n\nOne.\n", ["{items", "One."]),
}


@pytest.mark.parametrize("name", MDX)
def test_what_a_reader_sees_of_a_page_of_mdx(name: str) -> None:
    text, seen = MDX[name]
    assert texts(parse(Source("page.mdx", text))) == seen
    assert texts(parse(Source("page.md", text)))[0].startswith("{")
