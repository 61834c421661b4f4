// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/rsql.h"

#include <QHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString operatorNamed(const QString &written)
{
    static const QHash<QString, QString> operators{ { u"=="_s, u"=="_s }, { u"!="_s, u"!="_s },
        { u"<"_s, u"=lt="_s }, { u"=lt="_s, u"=lt="_s }, { u"<="_s, u"=le="_s },
        { u"=le="_s, u"=le="_s }, { u">"_s, u"=gt="_s }, { u"=gt="_s, u"=gt="_s },
        { u">="_s, u"=ge="_s }, { u"=ge="_s, u"=ge="_s }, { u"=in="_s, u"=in="_s },
        { u"=out="_s, u"=out="_s }, { u"=is="_s, u"=is="_s }, { u"=eq="_s, u"=is="_s },
        { u"=not="_s, u"=not="_s }, { u"=ne="_s, u"=not="_s } };
    return operators.value(written);
}

// A recursive descent over the text; every read answers whether it succeeded.
class RsqlParser final {
public:
    explicit RsqlParser(const QString &text)
        : m_text(text)
    {
    }

    bool readAll(RsqlNode &node)
    {
        if (!readOr(node))
            return false;
        skipBlanks();
        return m_at == m_text.size();
    }

private:
    bool readOr(RsqlNode &node)
    {
        return readChain(node, RsqlNode::Kind::Or, u',', u"or"_s, &RsqlParser::readAnd);
    }
    bool readAnd(RsqlNode &node)
    {
        return readChain(node, RsqlNode::Kind::And, u';', u"and"_s, &RsqlParser::readConstraint);
    }

    bool readChain(RsqlNode &node, RsqlNode::Kind kind, QChar sign, const QString &word,
        bool (RsqlParser::*readPart)(RsqlNode &))
    {
        std::vector<RsqlNode> parts;
        do {
            if (!(this->*readPart)(parts.emplace_back()))
                return false;
        } while (takeSign(sign) || takeWord(word));
        if (parts.size() == 1)
            node = RsqlNode(parts.front());
        else
            node = { .kind = kind, .children = std::move(parts) };
        return true;
    }

    bool readConstraint(RsqlNode &node)
    {
        if (!takeSign(u'('))
            return readComparison(node);
        return readOr(node) && takeSign(u')');
    }

    bool readComparison(RsqlNode &node)
    {
        skipBlanks();
        node.selector = readUnreserved();
        skipBlanks();
        node.op = operatorNamed(readOperator());
        if (node.selector.isEmpty() || node.op.isEmpty())
            return false;
        const bool takesMany = node.op == "=in="_L1 || node.op == "=out="_L1;
        return readValues(node.values) && (takesMany || node.values.size() == 1);
    }

    bool readValues(QStringList &values)
    {
        if (!takeSign(u'('))
            return readValue(values);
        do {
            if (!readValue(values))
                return false;
        } while (takeSign(u','));
        return takeSign(u')');
    }

    bool readValue(QStringList &values)
    {
        skipBlanks();
        if (m_at == m_text.size())
            return false;
        const QChar quote = m_text.at(m_at);
        if (quote == u'\'' || quote == u'"')
            return readQuoted(values, quote);
        values << readUnreserved();
        return !values.last().isEmpty();
    }

    bool readQuoted(QStringList &values, QChar quote)
    {
        QString value = u""_s;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text.at(m_at) == quote) {
                ++m_at;
                values << value;
                return true;
            }
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text.at(m_at);
        }
        return false;
    }

    QString readOperator()
    {
        const qsizetype start = m_at;
        if (m_at < m_text.size() && m_text.at(m_at) == u'=') {
            for (++m_at; m_at < m_text.size() && m_text.at(m_at).isLetter(); ++m_at) { }
            if (m_at < m_text.size() && m_text.at(m_at) == u'=')
                ++m_at;
        } else if (m_at < m_text.size() && QStringView(u"<>!").contains(m_text.at(m_at))) {
            ++m_at;
            if (m_at < m_text.size() && m_text.at(m_at) == u'=')
                ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    QString readUnreserved()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QStringView(u"\"'();,=!~<> ").contains(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    bool takeSign(QChar sign)
    {
        skipBlanks();
        if (m_at == m_text.size() || m_text.at(m_at) != sign)
            return false;
        ++m_at;
        return true;
    }

    // "and" and "or" stand between blanks.
    bool takeWord(const QString &word)
    {
        const QString wanted = u' ' + word + u' ';
        const qsizetype from = qMax(qsizetype(0), m_at - 1);
        if (m_at == 0 || QStringView(m_text).mid(from, wanted.size()) != wanted)
            return false;
        m_at = from + wanted.size();
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    const QString m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<RsqlNode> parseRsql(const QString &text)
{
    RsqlNode node;
    return RsqlParser(text).readAll(node) ? std::optional(node) : std::nullopt;
}

} // namespace falconer
