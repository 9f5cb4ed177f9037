"""Countries and states by the one word that tells them in news text; nothing else is known about them."""

from __future__ import annotations

from index.answer.words import folded


def _folded(names: str) -> frozenset[str]:
    return frozenset(folded(name) for name in names.split())


COUNTRIES = _folded("""
    Afghanistan Albania Algeria Andorra Angola Arabia Argentina Armenia Australia Austria Azerbaijan
    Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana
    Brazil Britain Brunei Bulgaria Burkina Burundi Cambodia Cameroon Canada Chad Chile China Colombia
    Comoros Congo Croatia Cuba Cyprus Czech Denmark Djibouti Dominica Dominican Ecuador Egypt Emirates
    England Eritrea Estonia Eswatini Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana
    Greece Greenland Grenada Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran
    Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kingdom Kiribati Korea Kosovo Kuwait
    Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia
    Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco
    Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger
    Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar
    Romania Russia Rwanda Samoa Scotland Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia
    Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia
    Turkey Turkmenistan Tuvalu Uganda UK Ukraine Uruguay US Uzbekistan Vanuatu Vatican Venezuela Vietnam
    Wales Yemen Zambia Zimbabwe Zealand""")

STATES = _folded("""
    Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Dakota Delaware Florida
    Georgia Hampshire Hawaii Idaho Illinois Indiana Iowa Jersey Kansas Kentucky Louisiana Maine Maryland
    Massachusetts Mexico Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma
    Oregon Pennsylvania Rhode Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming York""")
