#include "exporting/Xml.h"

namespace serein::exporting {

QString xmlCharacters(const QString& text) {
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            safe += c;
            safe += text[++i];
        } else if (c.isSurrogate() || c.unicode() >= 0xFFFE || (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r')) {
            safe += QChar(QChar::ReplacementCharacter);
        } else {
            safe += c;
        }
    }
    return safe;
}

Xml::Xml() {
    m_bytes.open(QIODevice::WriteOnly);
    m_writer.setDevice(&m_bytes);
    m_writer.setAutoFormatting(true);
    m_writer.setAutoFormattingIndent(1);
    m_writer.writeStartDocument();
}

void Xml::write(const Attributes& attributes) {
    for (const Attribute& attribute : attributes)
        if (!attribute.value.isNull())
            m_writer.writeAttribute(QString::fromLatin1(attribute.name), xmlCharacters(attribute.value));
}

void Xml::open(const char* name, const Attributes& attributes) {
    m_writer.writeStartElement(QString::fromLatin1(name));
    write(attributes);
}

void Xml::empty(const char* name, const Attributes& attributes) {
    m_writer.writeEmptyElement(QString::fromLatin1(name));
    write(attributes);
}

void Xml::text(const char* name, const QString& words, const Attributes& attributes) {
    open(name, attributes);
    m_writer.writeCharacters(xmlCharacters(words));
    close();
}

QByteArray Xml::bytes() {
    m_writer.writeEndDocument();
    return taken();
}

QByteArray Xml::taken() {
    QByteArray bytes = m_bytes.data();
    m_bytes.buffer().clear();
    m_bytes.seek(0);
    return bytes;
}

} // namespace serein::exporting
