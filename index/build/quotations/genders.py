"""Says whether a name is spoken of as he or she, where its title, role or first name tells; else it says nothing.

The first names are those that many news outlets print and that are nearly always a man's or a woman's.
"""

from __future__ import annotations

import re

from index.build.quotations.cues import word_set

_HE = word_set(
    "aaron abdul abdullah adam ahmed alan albert alejandro alexander alexei alfred ali allen amir andre andrei"
    " andrew andy anthony antonio antony arthur ben benjamin benny bernard bernie bert bill billy bob bobby"
    " boris brad bradley brandon brendan brent brett brian bruce bryan byron carl carlos cesar charles charlie"
    " chris christian christopher chuck clarence claude colin craig curtis dale dan daniel danny darren dave"
    " david dean dennis derek dick diego dmitri dmitry dominic don donald doug douglas dwayne earl ed eddie"
    " edgar eduardo edward edwin elijah elon emmanuel enrique eric erik ernest eugene evan felipe felix fernando"
    " francis francisco francois frank franklin fred frederick gabriel garrett gary gavin geoff geoffrey george"
    " gerald gerard gilbert giovanni glenn gordon graham greg gregory guillermo gustavo guy hakeem harold harry"
    " harvey hasan hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor ivan jack jacob"
    " jake james jamie jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel"
    " johan john johnny jon jonathan jorge jose joseph josh joshua juan julian julio justin karl keir keith ken"
    " kenneth kevin khalid kirk kurt kyle larry lars lawrence leo leon leonard leroy lewis lindsey lloyd louis"
    " lucas luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark marshall martin marvin matt"
    " matthew maurice max melvin michael miguel mike mikhail milton mitch mitt mohamed mohammad mohammed"
    " muhammad narendra nathan nathaniel neil nicholas nick nicolas nigel noah norman olaf oleg oliver omar"
    " oscar owen pablo patrick paul pavel pedro pete peter phil philip phillip pierre rafael ralph ramon randall"
    " randy raul ray raymond reginald ricardo richard rick ricky rishi rob robert roberto rodney roger roland"
    " ron ronald ross roy russell ryan salman salvador samuel scott sean sebastian sergei sergey seth shane"
    " shawn sidney simon stanley stefan stephen steve steven stuart ted terrence theodore thomas tim timothy"
    " tobias todd tom tommy tony travis trevor tucker tyler vernon victor viktor vincent vitaly vlad vladimir"
    " volodymyr wade walter warren wayne wesley wilbur will william willie winston wolfgang xavier yusuf zachary"
)
_SHE = word_set(
    "abigail adriana agnes aisha alexandra alice alicia alison allison alyssa amanda amber amelia amy ana"
    " andrea angela angelina anita ann anna anne annette annie april ariana ashley audrey barbara beatrice becky"
    " bella beth bethany betsy betty beverly bonnie brenda bridget brittany camille carla carly carmen carol"
    " carole caroline carolyn carrie catherine cathy cecilia charlotte cheryl chloe christina christine cindy"
    " claire clara claudia colleen condoleezza connie courtney crystal cynthia daniela danielle dawn deborah"
    " debra denise diana diane dolores donna doris dorothy ebony edith eileen elaine eleanor elena elise"
    " elizabeth ella ellen emily emma erica erika erin esther eva evelyn fatima faye felicia fiona florence"
    " frances gabriela gail georgia geraldine gina giorgia gisele gladys glenda gloria grace greta gretchen gwen"
    " hannah harriet heather heidi helen helena hillary holly hope ida ilhan ines ingrid irene iris irma isabel"
    " isabella ivanka jacinda jackie jacqueline jan jane janet janice jasmine jean jeanne jen jenna jennifer"
    " jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana"
    " julie june kamala karen kate katherine kathleen kathryn kathy katie kayla kaylee keisha kelly kellyanne"
    " ketanji kim kimberly kirsten kristen kristi kristin kristina latoya laura lauren laurie leah lena leslie"
    " leticia lillian linda lisa liz liza lois lori lorraine louise lucia lucy lydia lynn madeleine madison"
    " maggie marcia margaret margarita margot maria marianne marie marilyn marina marissa marjorie marla marsha"
    " martha mary maureen megan meghan melania melanie melissa mercedes meredith mia michelle mildred miranda"
    " molly monica muriel nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma olga"
    " olivia pamela patricia patty paula pauline penny phyllis priscilla rachel rebecca regina renee rhonda rita"
    " roberta robin rosa rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah sasha selena"
    " shannon sharon sheila shelly sherry shirley sofia sonia sonya sophia sophie stacey stacy stella stephanie"
    " sue susan suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy tulsi ursula valerie"
    " vanessa vera veronica victoria viola violet virginia vivian wanda wendy yolanda yvonne zoe"
)
_TITLES = dict.fromkeys(word_set("mr sir lord king prince father pope brother"), "he") | dict.fromkeys(
    word_set("mrs ms miss dame lady queen princess sister"), "she"
)
_ROLE_HE = re.compile(r"\b\w*(?:man|husband|father|brother|son|actor)\b", re.IGNORECASE)
_ROLE_SHE = re.compile(r"\b\w*(?:woman|wife|mother|sister|daughter|actress)\b", re.IGNORECASE)


def gender(name: str, title: str = "", role: str = "") -> str | None:
    """ "he" or "she" for a full name with what stands before it; None where nothing tells."""
    honorific = title.split()[0].lower().rstrip(".") if title else ""
    if honorific in _TITLES:
        return _TITLES[honorific]
    if _ROLE_SHE.search(role) or _ROLE_SHE.search(title):
        return "she"
    first = name.split()[0].lower() if name else ""
    if first in _SHE:
        return "she"
    return "he" if first in _HE or _ROLE_HE.search(role) or _ROLE_HE.search(title) else None


def is_first_name(word: str) -> bool:
    """Whether a word is one of the first names listed here."""
    return word.lower() in _HE or word.lower() in _SHE
